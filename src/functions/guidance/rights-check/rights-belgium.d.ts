declare module 'virtual:rights-belgium/rules' {
  export const rules: unknown
}

declare module 'virtual:rights-belgium/*' {
  export const words: readonly string[]
}
