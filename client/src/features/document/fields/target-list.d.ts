declare module '@roundtable/shared/data/sdg.json' {
  const list: import('./targets-picker.js').TargetList
  export default list
}
