import { Button } from '../button/button.tsx'
import { HiddenFields, type HiddenValues } from '../fields/hidden-field.tsx'
import { Icon } from '../icon/icon.tsx'
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

export type UndoBarProps = {
  readonly text: string
  readonly action: string
  readonly buttonText: string
  readonly hidden?: HiddenValues | undefined
}

/** What the last act did, with the button that takes it back. */
export function UndoBar({ text, action, buttonText, hidden }: UndoBarProps) {
  return (
    <form class="undo-bar" action={action} method="post">
      <HiddenFields values={hidden} />
      <p class="undo-bar-text" role="status">
        <Icon name="circle-check" /> {text}
      </p>
      <Button look="secondary" icon="undo-2">
        {buttonText}
      </Button>
    </form>
  )
}
