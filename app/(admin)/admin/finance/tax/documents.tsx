import { Money } from "@/app/_ui/money/money";
import { Chip } from "@/app/_ui/surfaces/chip";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import type { DeskDocument, TaxYearDesk } from "@/lib/commerce/tax";
import { ActDialog } from "../_parts/act-dialog";
import { Choice } from "../_parts/choice";
import { Pages } from "../_parts/pages";
import { Part } from "../_parts/part";
import { PayeeLink } from "../_parts/payee-link";
import { MarkPosted } from "./mark-posted";

type Props = { path: string; desk: TaxYearDesk; state: DeskDocument["state"]; after: string | undefined; documents: { data: DeskDocument[]; next: string | undefined } };

/** The documents of a year by how far each is, with the ways to post and correct them. */
export function Documents({ path, desk: { year, documents: counts }, state, after, documents }: Props) {
  const sum = (name: "drafts" | "issued" | "delivered"): number => counts.reduce((total, one) => total + one[name], 0);
  const options = [{ value: "draft", label: "Drafts", count: sum("drafts") }, { value: "issued", label: "To be posted", count: sum("issued") }, { value: "delivered", label: "Delivered", count: sum("delivered") }];
  return (
    <Part title="Documents">
      <Choice label="How far" path={path} name="state" query={{ year: String(year) }} current={state} options={options} />
      {documents.data.length === 0 ? <p className="border-t border-line py-2.5 text-soft">None.</p> : <Rows documents={documents.data} />}
      <Pages path={path} query={{ year: String(year), state }} cursor={after} next={documents.next} name="after" nextLabel="More" />
    </Part>
  );
}

function Rows({ documents }: { documents: DeskDocument[] }) {
  return (
    <Table caption="Tax documents">
      <thead>
        <tr>
          <Th>Creator</Th>
          <Th>Form</Th>
          <Th numeric>Box 1a</Th>
          <Th numeric>Payments</Th>
          <Th numeric>Withheld</Th>
          <Th>Goes to</Th>
          <Th>How far</Th>
          <Th>
            <span className="sr-only">What to do</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {documents.map((one) => (
          <Tr key={one.id}>
            <Td className="min-w-40">
              <PayeeLink payee={one.payee} />
            </Td>
            <Td className="whitespace-nowrap">
              {one.form} {one.correction > 0 && <Chip tone="held">{one.voided ? "void" : `correction ${one.correction}`}</Chip>} {one.missingTin && <Chip tone="danger">no number</Chip>}
            </Td>
            <Td numeric>
              <Money amount={one.gross} />
            </Td>
            <Td numeric>{one.payments.toLocaleString("en-US")}</Td>
            <Td numeric>{one.withheld > 0 ? <Money amount={one.withheld} /> : "–"}</Td>
            <Td className="whitespace-nowrap text-soft">{[one.federal && "IRS", one.stateFiled, one.form === "DAC7" && "EU"].filter(Boolean).join(", ")}</Td>
            <Td className="whitespace-nowrap">{one.state === "draft" ? "draft" : one.state === "issued" ? "to be posted" : `by ${one.delivery ?? "post"}`}</Td>
            <Td>
              <span className="flex gap-2">
                {one.state === "issued" && <MarkPosted documentId={one.id} />}
                {one.state !== "draft" && !one.voided && (
                  <>
                    <ActDialog act="correctDocument" id={one.id} label="Correct" title={`Correct the ${one.form}?`} description="A new one with the next number says what books and papers say now; it is a draft until the year is issued again." confirm="Correct" done="The correction is a draft." />
                    <ActDialog act="voidDocument" id={one.id} label="Void" title={`Void the ${one.form}?`} description="A new one with the next number says that it is void." confirm="Void" done="The void is a draft." variant="danger" />
                  </>
                )}
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
