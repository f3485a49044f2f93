/** Headers that only our own front sets. `server.ts` drops them from whatever arrives, so nobody can forge one. */
export const CLIENT_HEADER = 'x-waypost-client'
export const FLASH_HEADER = 'x-waypost-flash'
export const NONCE_HEADER = 'x-nonce'
export const REQUEST_ID_HEADER = 'x-request-id'
