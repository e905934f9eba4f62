/**
 * The `webgpu` tier: TensorFlow.js on a graphics card of any make through Dawn, Chrome's WebGPU, which on Linux speaks Vulkan.
 * Both packages are opt-in (`npm i --no-save @tensorflow/tfjs-backend-webgpu@4.22.0 webgpu@0.6.2`) and found at run time.
 */
import type * as tfjs from '@tensorflow/tfjs-core';

interface Adapter {
  readonly info: {
    readonly vendor: string;
    readonly architecture: string;
    readonly device: string;
    readonly description: string;
    readonly isFallbackAdapter?: boolean;
  };
  readonly features: ReadonlySet<string>;
  readonly limits: Readonly<Record<string, number>>;
  requestDevice(wanted: unknown): Promise<unknown>;
}

interface Gpu {
  requestAdapter(wanted: unknown): Promise<Adapter | null>;
}

/** What the two packages export, as far as it is used here. */
export interface WebgpuPackages {
  readonly dawn: { create(flags: readonly string[]): Gpu; readonly globals: object };
  readonly tfjs: { readonly WebGPUBackend?: unknown };
}

export interface WebgpuOptions {
  readonly importPackages: () => Promise<WebgpuPackages>;
  /** A processor that plays a graphics card (lavapipe, SwiftShader) is right but slow: for tests only. */
  readonly allowSoftware: boolean;
}

const packageNames = ['webgpu', '@tensorflow/tfjs-backend-webgpu'] as const;

export const importWebgpu = async (): Promise<WebgpuPackages> => {
  // Variables, not literals: the packages may be absent when this is compiled.
  const [dawn, tfjsBackend] = await Promise.all(packageNames.map(name => import(name as string)));
  return { dawn, tfjs: tfjsBackend };
};

/** Kept for as long as the process lives: Dawn crashes it when this object is collected. */
let opened: { readonly gpu: Gpu; readonly adapter: Adapter } | null = null;

const limitNames = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

const nameOf = ({ info }: Adapter): string =>
  info.description || info.device || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'unnamed';

const isSoftware = (adapter: Adapter): boolean =>
  adapter.info.isFallbackAdapter === true ||
  /llvmpipe|lavapipe|swiftshader/i.test(Object.values(describe(adapter)).join(' '));

const describe = ({ info: { vendor, architecture, device, description } }: Adapter) => ({
  vendor,
  architecture,
  device,
  description,
});

/**
 * Registers `webgpu` with tfjs, once, and makes it the current backend. Returns the device, "gpu (NVIDIA …)" or, where that is
 * allowed, "cpu (software gpu, …)". Throws when a package, a driver or a card is missing.
 */
export const openWebgpu = async (
  tf: typeof tfjs,
  { importPackages, allowSoftware }: WebgpuOptions,
): Promise<string> => {
  const { dawn, tfjs: backend } = await importPackages();
  const Backend = backend.WebGPUBackend as (new (device: unknown, info: unknown) => tfjs.KernelBackend) | undefined;
  if (typeof dawn.create !== 'function' || typeof Backend !== 'function')
    throw new Error('The WebGPU packages are not those of version 4.22.0 (tfjs) and 0.6 (webgpu)');
  for (const [name, value] of Object.entries(dawn.globals)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const gpu = opened?.gpu ?? dawn.create([]);
  const adapter = opened?.adapter ?? (await gpu.requestAdapter({ powerPreference: 'high-performance' }));
  if (!adapter) throw new Error('No graphics card answers Vulkan here');
  opened = { gpu, adapter };
  if (isSoftware(adapter) && !allowSoftware)
    throw new Error(`The only graphics card is one played by the processor (${nameOf(adapter)})`);
  if (!tf.findBackendFactory('webgpu')) {
    const device = await adapter.requestDevice({
      requiredFeatures: ['timestamp-query', 'bgra8unorm-storage'].filter(f => adapter.features.has(f)),
      requiredLimits: Object.fromEntries(limitNames.map(name => [name, adapter.limits[name]])),
    });
    tf.registerBackend('webgpu', () => withNavigator(gpu, () => new Backend(device, adapter.info)));
  }
  if (!(await tf.setBackend('webgpu'))) throw new Error('The graphics card did not start');
  await tf.ready();
  return isSoftware(adapter) ? `cpu (software gpu, ${nameOf(adapter)})` : `gpu (${nameOf(adapter)})`;
};

/** The backend's constructor asks a browser for its card; Node has no navigator up to 20, and one without a card after. */
const withNavigator = <T>(gpu: Gpu, work: () => T): T => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
  try {
    return work();
  } finally {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  }
};
