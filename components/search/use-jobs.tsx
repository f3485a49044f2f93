'use client'

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { SearchAnswer } from '@/lib/search/answer'

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 1 } } }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

async function fetchJobs(query: string, signal: AbortSignal): Promise<SearchAnswer> {
  const response = await fetch(`/api/v1/jobs?${query}`, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`The search answered ${response.status}`)
  return response.json()
}

type Start = { query: string; answer: SearchAnswer }

/** The answer to a search; while a new one is on its way the last one stays, marked as stale. */
export function useJobs(query: string, start: Start) {
  const result = useQuery({
    queryKey: ['jobs', query],
    queryFn: ({ signal }) => fetchJobs(query, signal),
    ...(query === start.query ? { initialData: start.answer } : {}),
    placeholderData: keepPreviousData,
  })
  return {
    answer: result.data ?? start.answer,
    isStale: result.isPlaceholderData,
    hasFailed: result.isError,
    retry: () => void result.refetch(),
  }
}
