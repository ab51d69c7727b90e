import { Notice, type NoticeKind } from './notice.tsx'

export type FlashProps = { readonly kind?: NoticeKind | undefined; readonly text: string }

/** What the last act did, once, on top of the page that follows it. */
export function Flash({ kind = 'success', text }: FlashProps) {
  return (
    <Notice kind={kind} announce>
      <p>{text}</p>
    </Notice>
  )
}
