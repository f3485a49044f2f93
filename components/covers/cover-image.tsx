import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import type { ComponentProps } from 'react'
import { CoverPicture } from './cover'

const size = { width: 1200, height: 630 }

/** Drawing one takes a processor some hundred milliseconds, so they are kept for as long as they say the same. */
const MOST_KEPT = 100
const kept = new Map<string, Promise<ArrayBuffer>>()

export async function coverImage(picture: ComponentProps<typeof CoverPicture>): Promise<Response> {
  const key = JSON.stringify(picture)
  const known = kept.get(key) ?? draw(picture)
  kept.delete(key)
  kept.set(key, known)
  const oldest = kept.keys().next().value
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  known.catch(() => kept.delete(key))
  return new Response(await known, {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  })
}

async function draw(picture: ComponentProps<typeof CoverPicture>): Promise<ArrayBuffer> {
  const fonts = await readLetters()
  return new ImageResponse(<CoverPicture {...picture} />, { ...size, fonts }).arrayBuffer()
}

function readLetters() {
  return Promise.all(
    ([400, 600] as const).map(async (weight) => ({
      name: 'Geist',
      weight,
      data: await readFile(
        path.join(process.cwd(), `node_modules/@fontsource/geist/files/geist-latin-${weight}-normal.woff`),
      ),
    })),
  )
}
