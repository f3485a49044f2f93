import '@/components/guides/guide.css'
import '@/components/guides/parts.css'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'

export default async function GuidesLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <div className="wrap pt-5">
      <script src="/reading.js" async nonce={nonce} />
      {children}
    </div>
  )
}
