export { type CleanPicture, cleanPicture, type PictureRefusal, type PictureType, pictureTypes } from './picture.ts'
export { pngChunk } from './png.ts'
