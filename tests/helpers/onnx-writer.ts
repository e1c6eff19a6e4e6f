/** Writes the protobuf of small ONNX graphs (IR 8, opset 13). Field numbers are those of onnx.proto3. */

const FLOAT = 1;
const INT64 = 7;

type Shape = readonly (string | number)[];

export interface OnnxGraph {
  readonly constants: readonly OnnxConstant[];
  readonly nodes: readonly OnnxNode[];
  /** Of whole numbers. */
  readonly inputs: Readonly<Record<string, Shape>>;
  /** Of floating-point numbers. */
  readonly output: readonly [name: string, shape: Shape];
}

export interface OnnxConstant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export function writeOnnx({ constants, nodes, inputs, output }: OnnxGraph): Buffer {
  const graph = [
    ...nodes.map((node) => nested(1, nodeOf(node))),
    bytes(2, 'tiny'),
    ...constants.map((constant) => nested(5, tensorOf(constant))),
    ...Object.entries(inputs).map(([name, shape]) => nested(11, valueInfo(name, INT64, shape))),
    nested(12, valueInfo(output[0], FLOAT, output[1])),
  ];
  return Buffer.concat([number(1, 8), nested(7, graph), bytes(8, number(2, 13))]);
}

function tensorOf({ name, shape, values }: OnnxConstant): Buffer[] {
  return [
    ...shape.map((size) => number(1, size)),
    number(2, values instanceof Float32Array ? FLOAT : INT64),
    bytes(8, name),
    bytes(9, Buffer.from(values.buffer)),
  ];
}

function nodeOf({ operator, inputs, output, attributes = {} }: OnnxNode): Buffer[] {
  return [
    ...inputs.map((input) => bytes(1, input)),
    bytes(2, output),
    bytes(4, operator),
    ...Object.entries(attributes).map(([name, value]) =>
      nested(5, [
        bytes(1, name),
        ...(typeof value === 'number'
          ? [number(3, value), number(20, 2)]
          : [...value.map((one) => number(8, one)), number(20, 7)]),
      ]),
    ),
  ];
}

function valueInfo(name: string, type: number, shape: Shape): Buffer[] {
  const dimensions = shape.map((size) =>
    bytes(1, typeof size === 'number' ? number(1, size) : bytes(2, size)),
  );
  return [bytes(1, name), bytes(2, nested(1, [number(1, type), nested(2, dimensions)]))];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function number(field: number, value: number): Buffer {
  return Buffer.from([...varint(field * 8), ...varint(value)]);
}

function bytes(field: number, value: Buffer | string): Buffer {
  const held = Buffer.from(value);
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(held.length)]), held]);
}

function nested(field: number, parts: readonly Buffer[]): Buffer {
  return bytes(field, Buffer.concat(parts));
}
