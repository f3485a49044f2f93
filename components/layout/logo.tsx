/** In a square of 24. */
export const signShapes = {
  post: 'M11 2.5h2v19h-2z',
  near: 'M4.5 5h12.2l3.3 2.75-3.3 2.75H4.5z',
  far: 'M19.5 12H8.8L5.5 14.5 8.8 17h10.7z',
}

/** A post with two signs: where to, and how far. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className={className}>
      <path d={signShapes.post} fill="currentColor" />
      <path d={signShapes.near} className="fill-sign" />
      <path d={signShapes.far} className="fill-sign" opacity="0.55" />
    </svg>
  )
}
