/** An organisation of Netegem. `zone`: it keeps its own offer up to date, in its own data zone. */
export type DemoOrganisation = {
  readonly key: string
  readonly name: string
  readonly zone: 'partner' | 'ocmw' | 'municipality' | null
  readonly legalForm: string
  readonly description: string
  readonly phone: string
  readonly site: string
}

/** Six partners with a data zone of their own, the municipality and its OCMW, and five others. All invented. */
export const demoOrganisationList: readonly DemoOrganisation[] = [
  {
    key: 'caw',
    name: 'CAW Netekant',
    zone: 'partner',
    legalForm: 'vzw',
    phone: '09 000 01 00',
    site: 'cawnetekant.example',
    description: 'Hulp bij moeilijke situaties thuis, in de relatie, met wonen of na geweld.',
  },
  {
    key: 'fund',
    name: 'Ziekenfonds Samen, dienst maatschappelijk werk',
    zone: 'partner',
    legalForm: 'ziekenfonds',
    phone: '09 000 02 00',
    site: 'ziekenfondssamen.example',
    description: 'Maatschappelijk werkers die helpen bij ziekte, handicap en ouder worden.',
  },
  {
    key: 'linde',
    name: 'Lokaal dienstencentrum De Linde',
    zone: 'partner',
    legalForm: 'vzw',
    phone: '09 000 03 00',
    site: 'delinde.example',
    description: 'Open huis in de Molenwijk: eten, activiteiten, een babbel en hulp met vragen.',
  },
  {
    key: 'care',
    name: 'Thuiszorg Nete',
    zone: 'partner',
    legalForm: 'vzw',
    phone: '09 000 04 00',
    site: 'thuiszorgnete.example',
    description: 'Gezinszorg, poetshulp en oppas aan huis.',
  },
  {
    key: 'health',
    name: 'Wijkgezondheidscentrum Het Pleintje',
    zone: 'partner',
    legalForm: 'vzw',
    phone: '09 000 05 00',
    site: 'hetpleintje.example',
    description: 'Huisartsen, verpleegkundigen, kinesitherapeut en psycholoog samen in de Stationsbuurt.',
  },
  {
    key: 'community',
    name: 'Samenlevingsopbouw Netestreek',
    zone: 'partner',
    legalForm: 'vzw',
    phone: '09 000 06 00',
    site: 'opbouwnetestreek.example',
    description: 'Opbouwwerkers die met bewoners aan hun rechten en hun buurt werken.',
  },
  {
    key: 'ocmw',
    name: 'OCMW Netegem',
    zone: 'ocmw',
    legalForm: 'openbaar bestuur',
    phone: '09 000 00 10',
    site: 'sociaalhuis.netegem.example',
    description: 'Sociaal Huis: hulp met geld, papieren, wonen en zorg.',
  },
  {
    key: 'town',
    name: 'Gemeente Netegem',
    zone: 'municipality',
    legalForm: 'openbaar bestuur',
    phone: '09 000 00 01',
    site: 'netegem.example',
    description: 'Diensten van de gemeente voor alle inwoners.',
  },
  {
    key: 'child',
    name: 'Huis van het Kind Netegem',
    zone: null,
    legalForm: 'feitelijke vereniging',
    phone: '09 000 07 00',
    site: 'huisvanhetkind.example',
    description: 'Voor wie een kind verwacht of opvoedt.',
  },
  {
    key: 'food',
    name: 'Voedselhulp De Kruimel',
    zone: null,
    legalForm: 'vzw',
    phone: '09 000 08 00',
    site: 'dekruimel.example',
    description: 'Voedselpakketten en een sociale kruidenier.',
  },
  {
    key: 'house',
    name: 'Huurdershulp Netestreek',
    zone: null,
    legalForm: 'vzw',
    phone: '09 000 09 00',
    site: 'huurdershulp.example',
    description: 'Raad voor wie huurt.',
  },
  {
    key: 'ride',
    name: 'Mindermobielencentrale Netegem',
    zone: null,
    legalForm: 'feitelijke vereniging',
    phone: '09 000 11 00',
    site: 'mmcnetegem.example',
    description: 'Vrijwilligers die rijden voor wie zelf niet kan rijden.',
  },
  {
    key: 'learn',
    name: 'Ligo Netestreek',
    zone: null,
    legalForm: 'vzw',
    phone: '09 000 12 00',
    site: 'ligonetestreek.example',
    description: 'Lessen voor volwassenen: Nederlands, rekenen, computer.',
  },
]

/** The six partners: a name for the data zone of each, by key. */
export const demoPartners: readonly { readonly key: string; readonly name: string }[] = demoOrganisationList
  .filter(({ zone }) => zone === 'partner')
  .map(({ key, name }) => ({ key, name }))
