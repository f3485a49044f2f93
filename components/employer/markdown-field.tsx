'use client'

import { Bold, Heading2, Link as LinkIcon, List } from 'lucide-react'
import { type ClipboardEvent, type ComponentProps, type ReactNode, useRef, useSyncExternalStore } from 'react'
import { TextareaField } from '@/components/ui/field'
import { emphasised, headed, linked, listed, type Selected } from './markdown-marks'

const never = () => () => {}

/**
 * A textarea for Markdown. With scripts, what is pasted from a word processor or a web page keeps its headings, lists and
 * links, and four buttons write the marks; without them it is a plain textarea.
 */
export function MarkdownField(props: ComponentProps<typeof TextareaField>) {
  const area = useRef<HTMLTextAreaElement>(null)
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const apply = (change: (selected: Selected) => Selected) => {
    const element = area.current
    if (!element) return
    const { value, selectionStart: start, selectionEnd: end } = element
    const after = change({ value, start, end })
    replaceAll(element, after)
  }
  return (
    <div className="grid gap-2">
      {hasScripts ? (
        <div role="toolbar" aria-label="Formatting" aria-controls={props.id} className="flex flex-wrap gap-1">
          <Mark
            label="Heading"
            icon={<Heading2 size={16} aria-hidden="true" />}
            onClick={() => apply(headed)}
          />
          <Mark label="Bold" icon={<Bold size={16} aria-hidden="true" />} onClick={() => apply(emphasised)} />
          <Mark label="List" icon={<List size={16} aria-hidden="true" />} onClick={() => apply(listed)} />
          <Mark label="Link" icon={<LinkIcon size={16} aria-hidden="true" />} onClick={() => apply(linked)} />
        </div>
      ) : null}
      <TextareaField {...props} ref={area} onPaste={(event) => void paste(event)} />
    </div>
  )
}

function Mark({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex min-h-9 items-center gap-1.5 rounded border border-edge px-2.5 text-14 hover:bg-paper-2 pointer-coarse:min-h-11"
    >
      {icon}
      {label}
    </button>
  )
}

/** Larger clipboards are pasted as plain text: converting them would hold the page for seconds. */
const MAX_PASTED = 1_000_000

async function paste(event: ClipboardEvent<HTMLTextAreaElement>): Promise<void> {
  const { clipboardData, currentTarget: element } = event
  const html = clipboardData.getData('text/html')
  const plain = clipboardData.getData('text/plain')
  // A code editor puts coloured lines there; its plain text is what is meant.
  const isCode = clipboardData.types.includes('vscode-editor-data')
  if (html === '' || html.length > MAX_PASTED || isCode) return
  event.preventDefault()
  const { markdownOf } = await import('@/lib/jobs/pasted-html')
  insert(element, markdownOf(html) || plain)
}

/** By the browser's own command, so that undo works and the form hears of it. */
function insert(element: HTMLTextAreaElement, text: string): void {
  element.focus()
  if (document.execCommand('insertText', false, text)) return
  element.setRangeText(text, element.selectionStart, element.selectionEnd, 'end')
  element.dispatchEvent(new Event('input', { bubbles: true }))
}

function replaceAll(element: HTMLTextAreaElement, after: Selected): void {
  element.focus()
  element.setSelectionRange(0, element.value.length)
  insert(element, after.value)
  element.setSelectionRange(after.start, after.end)
}
