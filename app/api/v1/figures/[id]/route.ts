import { figureTable } from '@/lib/figures/figure-table'
import { getFigure, publicIdsOf } from '@/lib/figures/queries'
import { answerFresh } from '@/lib/web/conditional'
import { read } from '@/lib/web/handler'

/** A figure with the jobs that it rests on, as JSON; with `.csv` behind its id its numbers as a table. */
export const GET = read({
  route: 'api.figures.show',
  access: 'anyone',
  run: async ({ params, request }) => {
    const [, id = '', csv] = /^([a-z2-7]+)(\.csv)?$/.exec(String(params.id)) ?? []
    const figure = await getFigure(id)
    if (figure === null) return null
    if (csv) return answerFresh(request, { body: figureTable(figure), type: 'text/csv; charset=utf-8' })
    const { jobIds, ...data } = figure
    const body = JSON.stringify({ data: { ...data, jobIds: await publicIdsOf(jobIds) } })
    return answerFresh(request, { body, type: 'application/json; charset=utf-8' })
  },
})
