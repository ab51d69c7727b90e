// `npm start`: builds what is not built, then starts the server.
import { buildIfStale } from './build-if-stale.ts'

await buildIfStale()
await import('../dist/server/main.js' as string)
