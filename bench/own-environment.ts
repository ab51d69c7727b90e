/**
 * The environment of a measurement: without what was set for an installation that people use. A measurement fills what it
 * opens with 100,000 invented people; that is a database of its own, whatever DATABASE_URL says.
 */
export function ownEnvironment(varFolder: string, around: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const isOfInstallation = (name: string) => /^(MEERNET_.*|DATABASE_URL|SMTP_URL|NODE_ENV)$/.test(name)
  const kept = Object.entries(around).filter(([name]) => !isOfInstallation(name))
  return { ...Object.fromEntries(kept), MEERNET_VAR: varFolder }
}
