export * from './codes.js'
export * from './power.js'
