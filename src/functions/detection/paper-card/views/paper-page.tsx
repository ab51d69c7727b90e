import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import { languageNames, type Texts } from '../../../../platform/messages/index.ts'
import { Heading, Lead, LinkList, Stack } from '../../../../ui/index.ts'
import { paperSizes } from '../blank-card.ts'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality }

/** Which card to print: language and paper. */
export function PaperPage({ t, municipality }: Props) {
  const { name, address } = municipality.contact
  return (
    <Stack>
      <Heading level={1}>{t('resident.paper.title')}</Heading>
      <Lead>{t('resident.paper.how', { name, address })}</Lead>
      <LinkList
        label={t('resident.paper.title')}
        items={municipality.languages.flatMap((language) =>
          paperSizes.map((size) => ({
            href: `/in/${municipality.slug}/paper-card/${language}-${size}.pdf`,
            title: `${languageNames[language]}: ${t(`resident.paper.size.${size}`)}`,
            icon: 'printer' as const,
          })),
        )}
      />
    </Stack>
  )
}
