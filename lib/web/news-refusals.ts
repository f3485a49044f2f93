import type { NoNews } from '@/lib/alerts/news'
import type { RefusalWords } from './handler'

/** Why a search brings no news, in words. */
export const newsRefusals: Record<NoNews, RefusalWords> = {
  'not-one-role': {
    status: 422,
    message: 'News come with a search of one role, and this one has none or several.',
    field: 'news',
  },
  'no-guides': {
    status: 422,
    message: 'There are no news of this role: it has no guide here.',
    field: 'news',
  },
}
