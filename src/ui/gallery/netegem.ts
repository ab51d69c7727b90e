import type { MunicipalityFace } from '../brand/municipality-name.tsx'
import type { LanguageSwitchProps } from '../public-layout/language-switch.tsx'

/** The fictional municipality of the demo, as the sample pages show it. */
export const netegem: MunicipalityFace = { name: 'Netegem', href: '/gallery', tagline: 'Zorgzame buurten' }

/** The languages of the sample pages; only the current one leads somewhere that exists. */
export const languages: LanguageSwitchProps = {
  label: 'Taal',
  items: [
    { lang: 'nl', name: 'Nederlands', href: '/gallery?view=resident', current: true },
    { lang: 'fr', name: 'Français', href: '/gallery?view=resident&lang=fr' },
    { lang: 'ar', name: 'العربية', href: '/gallery?view=arabic' },
  ],
}
