import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, Code, Form, Heading, Lead, LinkButton, Notice, Stack, Steps } from '../../../../ui/index.ts'
import { spacedCode } from '../../cards/card-code.ts'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality; readonly code: string }

/** The card was sent: the code to keep, and what happens now. */
export function ReceiptPage({ t, municipality, code }: Props) {
  const base = `/in/${municipality.slug}`
  return (
    <Stack>
      <Notice kind="success" announce>
        <p>{t('resident.card.receipt.sent')}</p>
      </Notice>
      <Heading level={1}>{t('resident.card.receipt.title')}</Heading>
      <Lead>{t('resident.card.receipt.keep')}</Lead>
      <Code value={spacedCode(code)} label={t('resident.card.receipt.code')} />
      <Steps
        steps={[
          { title: t('resident.card.receipt.read') },
          { title: t('resident.card.receipt.call') },
          { title: t('resident.card.receipt.choose') },
        ]}
      />
      <p>{t('resident.card.receipt.follow', { phone: municipality.contact.phone })}</p>
      <ButtonRow>
        <LinkButton href={`${base}/my-card`} look="primary">
          {t('resident.card.receipt.open')}
        </LinkButton>
        <Button look="secondary" icon="printer" prints>
          {t('http.print')}
        </Button>
      </ButtonRow>
      <Form action={`${base}/card/receipt`}>
        <Button look="quiet">{t('resident.card.receipt.leave')}</Button>
      </Form>
    </Stack>
  )
}
