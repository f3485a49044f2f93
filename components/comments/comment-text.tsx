import { partsOf } from '@/lib/comments/text'

/** What a reader typed: lines as they were, web addresses as links that lend them no weight. Each line runs in its own direction. */
export function CommentText({ text }: { text: string }) {
  return (
    <p className="overflow-clip text-16 [overflow-wrap:anywhere] whitespace-pre-wrap [unicode-bidi:plaintext]">
      {partsOf(text).map(({ text, href }, at) =>
        href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no names and never move.
          <a key={at} href={href} rel="nofollow ugc noopener">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  )
}
