import { Notice } from '@/components/ui/notice'

/** Why a form came back. */
export function FormMessage({ message }: { message: string | null | undefined }) {
  if (!message) return null
  return (
    <div className="max-w-2xl pb-5">
      <Notice look="closed" role="alert">
        {message}
      </Notice>
    </div>
  )
}
