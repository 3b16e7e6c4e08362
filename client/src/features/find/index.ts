export { Finder, type Command } from './finder.js'
