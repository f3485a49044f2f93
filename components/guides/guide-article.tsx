/** The text of a guide; `html` comes from `renderGuide`, which keeps allowed elements only. */
export function GuideArticle({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by renderGuide, whose tests feed it hostile text
  return <div className="prose-guide" dangerouslySetInnerHTML={{ __html: html }} />
}
