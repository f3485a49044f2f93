'use client'

import { useEffect } from 'react'
import { markViewed } from './viewed'

/** On the page of a job: from now on its row is quieter in this browser. */
export function MarkViewed({ publicId }: { publicId: string }) {
  useEffect(() => markViewed(publicId), [publicId])
  return null
}
