import { read } from '@/lib/web/handler'

/** What is asked for under /api and does not exist is answered as a program expects it, not by the page of the board. */
const missing = read({ route: 'api.missing', access: 'anyone', run: async () => null })

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT }
