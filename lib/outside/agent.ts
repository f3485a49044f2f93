import { env } from '@/lib/env'

/** How this board names itself to the sites that it asks. */
export function boardAgent(): string {
  return `Waypost/0.1 (+${env().BASE_URL})`
}
