/** A reply as tests look into it: whatever its route promises is what they check. */
export interface ResponseBody {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads the parts that it then compares
  readonly json: any;
}
