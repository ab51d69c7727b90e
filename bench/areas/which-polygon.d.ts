declare module 'which-polygon' {
  export default function whichPolygon<Properties>(areas: {
    readonly type: 'FeatureCollection'
    readonly features: readonly unknown[]
  }): (point: readonly [number, number]) => Properties | null
}
