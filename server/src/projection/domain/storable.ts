/** PostgreSQL has no text with a null character in it, nor with half a surrogate pair; a document may hold both. */
export function storable<Value>(value: Value): Value {
  return withStorableText(value) as Value
}

/** Goes through the values themselves: in their JSON a typed `\u0000` and a null character look alike. */
function withStorableText(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\0|\p{Surrogate}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(withStorableText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [withStorableText(name), withStorableText(inner)]))
}
