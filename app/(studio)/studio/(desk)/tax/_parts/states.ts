/** Something to choose in these forms. */
export type Option = { value: string; label: string };

const states = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP".split(" ");

export const stateOptions: Option[] = [{ value: "", label: "Choose…" }, ...states.map((value) => ({ value, label: value }))];
