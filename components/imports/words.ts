import type { ImportState, RunState } from '@/db/values'
import { MAX_IMPORTS, type NotAdded } from '@/lib/imports/commands'
import type { RefusalWords } from '@/lib/web/handler'

export const addRefusals: Record<NotAdded, RefusalWords> = {
  'which-kind': { status: 422, field: 'kind', message: 'Choose what kind of source this is.' },
  'no-board': {
    status: 422,
    field: 'board',
    message: 'This names no board of that kind. Copy the address of its page into this field.',
  },
  'too-many': { status: 409, message: `A company has at most ${MAX_IMPORTS} imports. Remove one first.` },
  'is-ending': {
    status: 409,
    message: 'This board is being taken away. Add it again when its jobs are withdrawn.',
  },
  'refuses-imports': {
    status: 409,
    message: 'This company wants nothing imported. An owner can change that on the page of the company.',
  },
}

export const stateWords: Record<ImportState, string> = {
  preview: 'Not published yet',
  active: 'In step',
  paused: 'Rests',
  ending: 'Being ended',
}

export const runWords: Record<RunState, string> = {
  running: 'Reading',
  done: 'Read',
  unchanged: 'Nothing new',
  held: 'Held',
  failed: 'Failed',
}
