import type { PublicMunicipality } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { BackLink, Button, ButtonRow, Heading, Lead, LinkButton, Stack } from '../../../ui/index.ts'
import type { Service } from '../service.ts'
import { ServiceDetails } from './service-details.tsx'

type Props = {
  readonly t: Texts
  readonly municipality: PublicMunicipality
  readonly service: Service
  readonly neighbourhoods: readonly string[]
}

/** One service as a resident reads, prints and calls it. */
export function PublicServicePage({ t, municipality, service, neighbourhoods }: Props) {
  const base = `/in/${municipality.slug}`
  return (
    <Stack>
      <BackLink href={`${base}/services`} text={t('resident.services.back')} />
      <Heading level={1}>{service.name}</Heading>
      <Lead>{service.organisationName}</Lead>
      <ServiceDetails t={t} service={service} neighbourhoods={neighbourhoods} />
      <ButtonRow>
        <Button prints look="secondary" icon="printer">
          {t('resident.services.print')}
        </Button>
        <LinkButton href={`${base}/card`}>{t('resident.services.ask')}</LinkButton>
      </ButtonRow>
    </Stack>
  )
}
