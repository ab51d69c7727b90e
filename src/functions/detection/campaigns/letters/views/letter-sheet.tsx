import type { PublicMunicipality } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import { type Address, addressLine } from '../../../../../registers/places/index.ts'
import { Cluster, Code, Divider, Heading, PrintSheet, QrCode, Stack } from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { spacedLetterCode } from '../letter-code.ts'

type Props = LetterFrame & { readonly address: Address; readonly code: string }

/** What all letters of a campaign share. */
export type LetterFrame = {
  /** The languages of the municipality, its own first: the letter says the same in each. */
  readonly texts: readonly Texts[]
  readonly municipality: PublicMunicipality
  readonly campaign: Campaign
  /** Address of the page where the code can be typed, and the same as a QR code. */
  readonly optOutAddress: string
  readonly optOutModules: readonly (readonly boolean[])[]
}

type SheetsProps = LetterFrame & { readonly letters: readonly { readonly address: Address; readonly code: string }[] }

/** Letters, one sheet each. */
export const LetterSheets = ({ letters, ...frame }: SheetsProps) =>
  letters.map(({ address, code }) => <LetterSheet key={address.id} {...frame} address={address} code={code} />)

/** One letter on A4: to an address, not to a name, because it is the door that is visited. */
function LetterSheet(props: Props) {
  const { texts, municipality, address, code, optOutAddress, optOutModules } = props
  const [first, ...others] = texts
  if (!first) return null
  return (
    <PrintSheet label={addressLine(first, address)}>
      <Stack gap="small">
        <Cluster gap="medium" spread="between">
          <Stack gap="small">
            <p>
              <strong>{municipality.name}</strong>
            </p>
            <p>
              {first('resident.campaign.letter.to')}
              <br />
              {addressLine(first, address)}
              <br />
              {address.postalCode} {municipality.name}
            </p>
          </Stack>
          <QrCode label={first('resident.campaign.letter.qr')} modules={optOutModules} />
        </Cluster>
        <LetterText {...props} t={first} />
        <Cluster gap="medium" spread="between">
          <Code label={first('resident.campaign.letter.code')} value={spacedLetterCode(code)} />
          <p dir="ltr">{optOutAddress}</p>
        </Cluster>
        <Stack gap="tiny">
          {others.map((t) => (
            <OtherLanguage key={t.language} {...props} t={t} />
          ))}
        </Stack>
      </Stack>
    </PrintSheet>
  )
}

type TextProps = Props & { readonly t: Texts }

function LetterText({ t, municipality, campaign }: TextProps) {
  const values = valuesOf(t, municipality, campaign)
  return (
    <>
      <Heading level={1} look={2}>
        {t(titleOf(campaign))}
      </Heading>
      {campaign.kind === 'selected' ? (
        <>
          <p>
            {t('resident.campaign.letter.when', values)} {t('resident.campaign.letter.chosen.what')}
          </p>
          <p>{t('resident.campaign.letter.chosen.why', whyOf(t, campaign))}</p>
          <p>
            {t('resident.campaign.letter.free')} {ratherNot(t, values)}
          </p>
        </>
      ) : (
        <>
          <p>{t('resident.campaign.letter.when', values)}</p>
          <p>{t('resident.campaign.letter.what')}</p>
          <p>{t('resident.campaign.letter.free')}</p>
          <p>{ratherNot(t, values)}</p>
        </>
      )}
    </>
  )
}

/** The same in short, for who reads another language. */
function OtherLanguage({ t, municipality, campaign }: TextProps) {
  const values = valuesOf(t, municipality, campaign)
  return (
    <section lang={t.language} dir={t.direction}>
      <Divider />
      <p>
        <strong>{t(titleOf(campaign))}</strong> {t('resident.campaign.letter.when', values)}{' '}
        {campaign.kind === 'selected' ? `${t('resident.campaign.letter.chosen.short')} ` : ''}
        {ratherNot(t, values)}
      </p>
    </section>
  )
}

const titleOf = ({ kind }: Campaign) =>
  kind === 'selected' ? 'resident.campaign.letter.chosen.title' : 'resident.campaign.letter.title'

/** Who decided it, by what criteria in plain words, and until when the list exists. The words are in the municipality's language. */
const whyOf = (t: Texts, { decidedBy, decidedOn, letterWords, destroyOn }: Campaign) => ({
  by: decidedBy,
  day: t.day(decidedOn),
  words: letterWords ?? '',
  until: destroyOn ? t.day(destroyOn) : '–',
})

/** With the telephone of the front door, once the municipality filled it in. */
const ratherNot = (t: Texts, values: ReturnType<typeof valuesOf>) =>
  values.phone ? t('resident.campaign.letter.ratherNot', values) : t('resident.campaign.letter.ratherNotOnline')

const valuesOf = (t: Texts, { contact }: PublicMunicipality, { startsOn, endsOn }: Campaign) => ({
  from: t.day(startsOn),
  until: t.day(endsOn),
  phone: contact.phone,
  name: contact.name,
})
