import { Button } from '../button/button.tsx'

export type SendingProps = {
  /** With `#` where the share sent stands, in percent. */
  readonly text: string
  readonly stopText: string
  /** Files larger than this are not sent at all; then `tooLargeText` stands here. */
  readonly largestBytes: number
  readonly tooLargeText: string
}

/** How much of a large file has left, inside the form that sends it (with script). */
export function Sending({ text, stopText, largestBytes, tooLargeText }: SendingProps) {
  return (
    <div
      class="sending"
      data-sending={text}
      data-largest-bytes={String(largestBytes)}
      data-too-large={tooLargeText}
      hidden
    >
      <p role="status" />
      <progress max={100} value={0} aria-label={text.replace('#', '').trim()} />
      <Button look="secondary" type="button">
        {stopText}
      </Button>
    </div>
  )
}
