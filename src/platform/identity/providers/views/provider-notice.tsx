import { ButtonRow, Heading, Lead, LinkButton, Stack } from '../../../../ui/index.ts'

type Props = {
  readonly title: string
  readonly text: string
  readonly actions: readonly { readonly href: string; readonly text: string }[]
}

/** What came of going to a provider, and the ways on from there; the first is the likeliest. */
export function ProviderNotice({ title, text, actions }: Props) {
  return (
    <Stack>
      <Heading level={1}>{title}</Heading>
      <Lead>{text}</Lead>
      <ButtonRow>
        {actions.map((action, index) => (
          <LinkButton key={action.href} href={action.href} look={index === 0 ? 'primary' : 'secondary'}>
            {action.text}
          </LinkButton>
        ))}
      </ButtonRow>
    </Stack>
  )
}
