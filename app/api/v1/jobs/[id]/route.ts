import { publicJob } from '@/lib/jobs/public-job'
import { getJobPage } from '@/lib/jobs/queries'
import { read } from '@/lib/web/handler'

export const GET = read({
  route: 'api.jobs.show',
  access: 'anyone',
  run: async ({ params }) => {
    // As nobody in particular: the answer is the same for everybody, and may be kept by a cache.
    const job = typeof params.id === 'string' ? await getJobPage(params.id, null) : null
    if (job === null) return null
    return Response.json(
      { data: publicJob(job) },
      { headers: { 'cache-control': 'public, max-age=0, s-maxage=10' } },
    )
  },
})
