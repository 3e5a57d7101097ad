import { Controller } from "@hotwired/stimulus";

type Json = Record<string, unknown>;

/**
 * Fingerprint, face or code of the telephone (WebAuthn): makes a passkey (data-passkey-mode-value="create") or proves
 * that one has it ("get"). Hidden where the browser cannot.
 */
export default class extends Controller<HTMLElement> {
  static targets = ["status"];
  static values = { mode: { type: String, default: "get" }, back: { type: String, default: "/" }, token: String, refused: String };
  declare readonly statusTarget: HTMLElement;
  declare readonly modeValue: string;
  declare readonly backValue: string;
  declare readonly tokenValue: string;
  declare readonly refusedValue: string;

  connect(): void {
    this.element.hidden = !("PublicKeyCredential" in window);
  }

  async start(): Promise<void> {
    this.statusTarget.textContent = "";
    try {
      const creating = this.modeValue === "create";
      const options = await this.send(creating ? "/connexion/cle/creation" : "/connexion/cle/demande");
      const credential = creating
        ? await navigator.credentials.create({ publicKey: creationOptions(options) })
        : await navigator.credentials.get({ publicKey: requestOptions(options) });
      const answer = await this.send(
        creating ? "/connexion/cle/enregistrement" : "/connexion/cle",
        described(credential as PublicKeyCredential),
      );
      location.assign(String(answer.next || this.backValue));
    } catch {
      this.statusTarget.textContent = this.refusedValue;
    }
  }

  private async send(address: string, body?: Json): Promise<Json> {
    const response = await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": this.tokenValue },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as Json;
  }
}

function creationOptions(options: any): PublicKeyCredentialCreationOptions {
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(withId),
  };
}

function requestOptions(options: any): PublicKeyCredentialRequestOptions {
  return { ...options, challenge: bytes(options.challenge), allowCredentials: (options.allowCredentials ?? []).map(withId) };
}

function withId(credential: any): PublicKeyCredentialDescriptor {
  return { ...credential, id: bytes(credential.id) };
}

function described(credential: PublicKeyCredential): Json {
  const response = credential.response as any;
  const parts: Json = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    parts.attestationObject = text(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = text(response.authenticatorData);
    parts.signature = text(response.signature);
    if (response.userHandle) parts.userHandle = text(response.userHandle);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  };
}

function bytes(base64url: string): ArrayBuffer {
  const plain = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0)).buffer;
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
