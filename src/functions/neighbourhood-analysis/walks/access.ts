import { readFindings, secondReadFindings, writeFindings } from '../findings/access.ts'

/** Walks are read and written by who reads and writes findings. */
export const readWalks = { ...readFindings, name: 'readWalks' }
export const writeWalks = { ...writeFindings, name: 'writeWalks' }

/** Who looks as second whether nobody is on a photo. */
export const lookAtPhotos = { ...secondReadFindings, name: 'lookAtPhotos' }
