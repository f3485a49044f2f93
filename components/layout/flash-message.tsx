import { Notice } from '@/components/ui/notice'
import { takeFlash } from '@/lib/web/flash'

/** The message of the write that led here, shown once. */
export async function FlashMessage() {
  const message = await takeFlash()
  if (!message) return null
  return (
    <div className="wrap pt-4">
      <Notice look="good" role="status">
        {message}
      </Notice>
    </div>
  )
}
