/** A file that does not follow its schema. Says where, never what stands there: it is full of people's numbers. */
export class XmlInvalid extends Error {}

/**
 * Checks a document against a schema, here and without a network. @throws XmlInvalid with the path of each fault
 */
export async function validateXml(xml: string, xsd: string): Promise<void> {
  // Loaded when a file is made: it brings a WebAssembly module that no page needs.
  const { XmlDocument, XmlParseError, XmlValidateError, XsdValidator } = await import("libxml2-wasm");
  const schema = XmlDocument.fromString(xsd);
  const validator = XsdValidator.fromDoc(schema);
  let document: InstanceType<typeof XmlDocument> | undefined;
  try {
    document = XmlDocument.fromString(xml);
    validator.validate(document);
  } catch (error) {
    if (error instanceof XmlValidateError) throw new XmlInvalid(`the file does not follow its schema at ${[...new Set(error.details.map((one) => one.xpath ?? `line ${one.line}`))].join(", ")}`);
    if (error instanceof XmlParseError) throw new XmlInvalid("the file is not XML");
    throw error;
  } finally {
    document?.dispose();
    validator.dispose();
    schema.dispose();
  }
}
