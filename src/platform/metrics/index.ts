export { measureDatabase } from './database-metrics.ts'
export { listenForMetrics, type MetricsListening } from './listen.ts'
export { type Metrics, openMetrics } from './metrics.ts'
