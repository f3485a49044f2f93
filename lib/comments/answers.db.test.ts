import { expect, test, vi } from 'vitest'
import { testDb } from '@/db/testing'
import { answerComment, takeBackComment } from './commands'
import { answered, editor, freshPage, known, mailsAbout, person, plant, wrote } from './fixtures'
import { decideComment } from './moderation'
import { getComments } from './queries'
import { ANSWERS_PER_COMMENT } from './rules'

testDb()
vi.mock('@/lib/guides/page-at', () => import('./page-fixtures'))

test('whoever is answered is mailed once, when the answer can be read, and not by themselves', async () => {
  const page = freshPage()
  const [writer, newcomer] = [await known(), await person({ name: 'Demo Candidate' })]
  const { id } = await wrote(writer, page)
  const own = await answered(writer, id)
  const held = await answered(newcomer, id, 'Held answer')
  expect(await mailsAbout(own.id, held.id)).toEqual([])
  await decideComment((await editor()).actor, { id: held.id, verdict: 'approve' })
  const [mail, ...more] = await mailsAbout(held.id)
  expect(mail).toMatchObject({ to: writer.email, state: 'queued' })
  expect(more).toEqual([])
  for (const part of [
    'Demo Candidate wrote:',
    'Held answer',
    `${page}#comment-${held.id}`,
    `/comments/${id}`,
  ])
    expect(mail!.text).toContain(part)
  expect(mail!.text).not.toContain(newcomer.email)
})

test.each(['answer', 'comment'])('a mail is withdrawn when its %s goes before it left', async (which) => {
  const [writer, answerer] = [await known(), await known()]
  const { id } = await wrote(writer, freshPage())
  const answer = await answered(answerer, id)
  expect(await mailsAbout(answer.id)).toMatchObject([{ state: 'queued' }])
  if (which === 'answer') await takeBackComment(answerer.actor, { id: answer.id })
  else await takeBackComment(writer.actor, { id })
  expect(await mailsAbout(answer.id)).toMatchObject([{ state: 'suppressed' }])
})

test('a comment holds fifty answers, whoever comes at once', async () => {
  const [page, writer] = [freshPage(), await known()]
  const { id } = await wrote(writer, page)
  const held = await answered(await person(), id)
  for (let n = 1; n < ANSWERS_PER_COMMENT; n++) await plant(writer, { page, parentId: id })
  const people = [await known(), await known()]
  const sent = await Promise.all(people.map(({ actor }) => answerComment(actor, { id, text: 'Last' })))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
  expect(sent).toContainEqual({ ok: false, reason: 'full' })
  const approval = { id: held.id, verdict: 'approve' } as const
  expect(await decideComment((await editor()).actor, approval)).toEqual({ ok: false, reason: 'full' })
  expect((await getComments(page, null, null)).threads[0]!.answers).toHaveLength(ANSWERS_PER_COMMENT)
})
