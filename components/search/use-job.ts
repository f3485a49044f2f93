'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createElement, type ReactNode } from 'react'
import { htmlTree } from '@/components/jobs/html-tree'
import { JobText } from '@/components/jobs/job-text'
import type { PublicJob } from '@/lib/jobs/public-job'

const PATIENCE_MS = 10_000

/** A job beside the list: its facts, and its text drawn. */
export type OpenJob = { job: Omit<PublicJob, 'html'>; text: ReactNode }
/** What the server found when the address named a job. */
export type OpenStart = { id: string; found: OpenJob | null }

/** Null when there is no such job, or none that everybody may see. */
async function fetchJob(id: string, signal: AbortSignal): Promise<OpenJob | null> {
  // Anything else would be an address of something else.
  if (!/^[a-z2-7]{26}$/.test(id)) return null
  const response = await fetch(`/api/v1/jobs/${encodeURIComponent(id)}`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    headers: { accept: 'application/json' },
  })
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`The job answered ${response.status}`)
  const { html, ...job }: PublicJob = (await response.json()).data
  return { job, text: html ? createElement(JobText, { tree: htmlTree(html) }) : null }
}

/** While another job is on its way the last one stays. `found` is undefined until the first has come. */
export function useJob(id: string | null, start: OpenStart | null) {
  const result = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => fetchJob(id ?? '', signal),
    enabled: id !== null,
    ...(start !== null && start.id === id ? { initialData: start.found } : {}),
    placeholderData: keepPreviousData,
  })
  return {
    found: result.data,
    isStale: result.isPlaceholderData,
    hasFailed: result.isError,
    retry: () => void result.refetch(),
  }
}
