declare module 'virtual:rights-belgium/*' {
  import type { Model } from '@meernet/rights-engine'

  export const belgium: Model
}
