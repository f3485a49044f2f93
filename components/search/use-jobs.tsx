'use client'

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { SearchAnswer } from '@/lib/search/answer'

/** An answer that is not there by then is given up, and the person is told. */
const PATIENCE_MS = 10_000

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        // A board may run on this very machine: being offline is found out by asking.
        defaultOptions: { queries: { staleTime: 30_000, retry: 1, networkMode: 'always' } },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

async function fetchJobs(query: string, signal: AbortSignal): Promise<SearchAnswer> {
  const response = await fetch(`/api/listing?${query}`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw new Error(`The search answered ${response.status}`)
  return response.json()
}

type Start = { query: string; answer: SearchAnswer }

/** The answer to a search; while a new one is on its way, and when it cannot be had, the last one stays. */
export function useJobs(query: string, start: Start) {
  const result = useQuery({
    queryKey: ['jobs', query],
    queryFn: ({ signal }) => fetchJobs(query, signal),
    ...(query === start.query ? { initialData: start.answer } : {}),
    placeholderData: keepPreviousData,
  })
  const [last, setLast] = useState(start.answer)
  if (result.data && result.data !== last) setLast(result.data)
  return {
    answer: result.data ?? last,
    isStale: result.isPlaceholderData,
    hasFailed: result.isError,
    retry: () => void result.refetch(),
  }
}
