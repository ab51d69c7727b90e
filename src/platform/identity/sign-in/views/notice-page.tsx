import type { ComponentChildren } from 'preact'
import { ButtonRow, Heading, Lead, LinkButton, Stack } from '../../../../ui/index.ts'

type Props = {
  readonly title: string
  readonly text: string
  readonly action?: { readonly href: string; readonly text: string }
  readonly children?: ComponentChildren
}

/** One thing to know on the way in: look in your mail, this link is used. */
export function NoticePage({ title, text, action, children }: Props) {
  return (
    <Stack>
      <Heading level={1}>{title}</Heading>
      <Lead>{text}</Lead>
      {children}
      {action && (
        <ButtonRow>
          <LinkButton href={action.href}>{action.text}</LinkButton>
        </ButtonRow>
      )}
    </Stack>
  )
}
