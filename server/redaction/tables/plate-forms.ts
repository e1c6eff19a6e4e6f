/** A series of plates: what its pieces are, and how they are set apart. */
export interface PlateForm {
  readonly id: string;
  readonly country: string;
  /** When, and what stands where. */
  readonly what: string;
  /** Over letters and digits alone. */
  readonly shape: RegExp;
  readonly groupings: readonly string[];
  readonly example: string;
  /** No plate of the series. */
  readonly wrong: string;
}

/** Countries of Europe. Series; country; what; shape; groupings; an example; none of the series. */
export const europe: readonly PlateForm[] = parseForms(String.raw`
fr ; FR ; since 2009 ; ^[A-HJ-NP-TV-Z]{2}\d{3}[A-HJ-NP-TV-Z]{2}$ ; 2-3-2 ; KV-482-QR ; KV-48-QR
fr-1950 ; FR ; until 2009: serial and department ; ^[1-9]\d{0,3}[A-HJ-NP-TV-Z]{2,3}(?:\d{2}|2[AB]|97\d)$ ; 4-2-2 3-3-2 3-2-2 4-3-2 ; 482 KVR 75 ; 48 KVRQ 75
it ; IT ; since 1994 ; ^[A-HJ-NPR-TV-Z]{2}\d{3}[A-HJ-NPR-TV-Z]{2}$ ; 2-3-2 2-5 ; KV 482 RT ; KV 48 RT
es ; ES ; since 2000: no vowels ; ^\d{4}[B-DF-HJ-NPR-TV-Z]{3}$ ; 4-3 ; 4829 KVR ; 4829 KAR
es-1971 ; ES ; until 2000: province ; ^(?:[A-Z]{1,2})\d{4}[A-Z]{1,2}$ ; 1-4-2 2-4-2 2-4-1 1-4-1 ; M-4829-KV ; MAD-4829-KV
pt ; PT ; since 2020 ; ^[A-Z]{2}\d{2}[A-Z]{2}$ ; 2-2-2 ; KV-48-QR ; KV-4-QR
pt-2005 ; PT ; 2005 to 2020 ; ^\d{2}[A-Z]{2}\d{2}$ ; 2-2-2 ; 48-KV-29 ; 48-K-29
nl ; NL ; sidecodes with three letters ; ^[A-Z]{1,3}\d{2,3}[A-Z]{1,2}$|^\d{1,2}[A-Z]{2,3}\d{1,2}$ ; 1-3-2 2-3-1 2-2-2 1-2-3 ; K-482-VR ; K-4829-VRQ
be ; BE ; since 2010 ; ^[1-9][A-Z]{3}\d{3}$ ; 1-3-3 ; 1-KVR-482 ; 1-KV-482
lu ; LU ; two letters and four digits ; ^[A-Z]{2}\d{4}$ ; 2-4 ; KV 4829 ; KV 48
ch ; CH ; canton and number ; ^(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)\d{3,6}$ ; 2-3 2-4 2-5 2-6 2-3-3 ; ZH 482917 ; ZZ 482917
at ; AT ; district, digits, letters ; ^[A-Z]{1,2}\d{1,5}[A-Z]{1,3}$ ; 1-4-1 1-5-1 2-3-2 2-4-1 1-3-2 2-2-3 1-6 2-5 ; W 48291 K ; WIEN 482 K
ie ; IE ; year, county, number ; ^\d{2}[12]?(?:C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|T|TN|W|WH|WW|WX)\d{1,6}$ ; 3-1-4 3-1-5 3-2-4 2-1-5 3-2-3 3-1-3 ; 262-D-48291 ; 262-Q-48291
se ; SE ; three letters, two digits, digit or letter ; ^[A-HJ-PR-UW-Z]{3}\d{2}[A-HJ-NPR-UW-Z0-9]$ ; 3-3 ; KWR 48T ; KWR 4T
no ; NO ; two letters and five digits ; ^[A-HJ-NPR-Z]{2}\d{5}$ ; 2-5 ; KV 48291 ; KV 482917
dk ; DK ; two letters and five digits ; ^[A-HJ-PR-Z]{2}\d{5}$ ; 2-5 2-2-3 ; KV 48 291 ; KVR 48 291
fi ; FI ; two or three letters and one to three digits ; ^[A-Z]{2,3}\d{2,3}$ ; 3-3 3-2 2-3 ; KVR-482 ; KVRQ-482
is ; IS ; two letters, letter or digit, two digits ; ^[A-Z]{2}[A-Z0-9]\d{2}$ ; 2-3 ; KV R48 ; KV RQ8
pl ; PL ; place of two or three letters, four or five characters ; ^[A-Z]{2,3}[A-Z0-9]{4,5}$ ; 2-5 3-5 3-4 ; WQ 4829K ; W 4829K
cz ; CZ ; digit, region, five characters ; ^\d[ABCEHJKLMPSTUZ][A-Z0-9]\d{4}$ ; 3-4 ; 1AK 4829 ; 1DK 4829
sk ; SK ; two letters, three digits, two letters ; ^[A-Z]{2}\d{3}[A-Z]{2}$ ; 2-3-2 2-5 ; BL-482KV ; BL-48KV
hu ; HU ; since 2022: four letters and three digits; three before ; ^[A-Z]{3,4}\d{3}$ ; 2-2-3 3-3 4-3 ; AA KV-482 ; AA KV-48
ro ; RO ; county, number, three letters ; ^(?:B\d{2,3}|(?:AB|AG|AR|BC|BH|BN|BR|BT|BV|BZ|CJ|CL|CS|CT|CV|DB|DJ|GJ|GL|GR|HD|HR|IF|IL|IS|MH|MM|MS|NT|OT|PH|SB|SJ|SM|SV|TL|TM|TR|VL|VN|VS)\d{2})[A-Z]{3}$ ; 2-2-3 1-3-3 1-2-3 ; CJ 48 KVR ; QQ 48 KVR
bg ; BG ; region, four digits, two letters ; ^[ABCEHKMOPTXY]{1,2}\d{4}[ABCEHKMOPTXY]{2}$ ; 2-4-2 1-4-2 ; CB 4829 KM ; CB 4829 QR
gr ; GR ; three letters and four digits ; ^[ABEZHIKMNOPTYX]{3}\d{4}$ ; 3-4 ; KMN-4829 ; QRN-4829
hr ; HR ; place, number, letters ; ^[A-Z]{2}\d{3,4}[A-Z]{1,2}$ ; 2-4-2 2-3-2 2-4-1 ; ZG 4829-KV ; ZAG 4829-KV
si ; SI ; place and five characters ; ^(?:CE|GO|KK|KP|KR|LJ|MB|MS|NM|PO|SG)[A-Z0-9]{5}$ ; 2-2-3 2-3-2 ; LJ KV-482 ; QQ KV-482
rs ; RS ; place, number, two letters ; ^[A-Z]{2}\d{3,4}[A-Z]{2}$ ; 2-3-2 2-4-2 ; BG 482-KV ; BGD 482-KV
ee ; EE ; three digits and three letters ; ^\d{3}[A-Z]{3}$ ; 3-3 ; 482 KVR ; 48 KVR
lv ; LV ; two letters and one to four digits ; ^[A-Z]{2}\d{3,4}$ ; 2-4 2-3 ; KV-4829 ; KV-48
lt ; LT ; three letters and three digits ; ^[A-Z]{3}\d{3}$ ; 3-3 ; KVR 482 ; KVR 48
ua ; UA ; region, four digits, two letters ; ^[ABCEHIKMOPTX]{2}\d{4}[ABCEHIKMOPTX]{2}$ ; 2-4-2 ; AA 4829 KM ; AA 4829 QR
tr ; TR ; province 01 to 81, letters, digits ; ^(?:0[1-9]|[1-7]\d|8[01])(?:[A-PR-VYZ]\d{2,5}|[A-PR-VYZ]{2}\d{2,4}|[A-PR-VYZ]{3}\d{2,4})$ ; 2-1-2 2-1-3 2-1-4 2-1-5 2-2-2 2-2-3 2-2-4 2-3-2 2-3-3 2-3-4 ; 34 KVR 482 ; 82 KVR 482
`);

/** Countries of Asia, the Pacific and Africa. Series; country; what; shape; groupings; an example; none of the series. */
export const asiaAndPacific: readonly PlateForm[] = parseForms(String.raw`
hk ; HK ; two letters and one to four digits ; ^[A-HJ-NPR-Z]{2}\d{3,4}$ ; 2-4 2-3 ; KV 4829 ; KV 48291
mo ; MO ; M and a letter, or AA to AZ, four digits ; ^(?:M[A-Z]|A[A-Z])\d{4}$ ; 2-4 2-2-2 ; MK-48-29 ; QK-48-29
tw ; TW ; since 2012: three letters and four digits ; ^[A-Z]{3}\d{4}$ ; 3-4 ; KVR-4829 ; KVR-48
tw-1992 ; TW ; until 2012: four digits and two characters ; ^\d{4}[A-Z0-9]{2}$|^[A-Z0-9]{2}\d{4}$ ; 4-2 2-4 ; 4829-KV ; 48291-KV
sg ; SG ; S, letters, digits, check letter ; ^S[A-HJ-NP-Z]{1,2}\d{1,4}[A-HJ-MPR-UX-Z]$ ; 3-4-1 3-3-1 2-4-1 ; SKV 4829 K ; QKV 4829 K
my ; MY ; state, letters, digits ; ^[A-Z]{1,3}\d{3,4}$|^[A-Z]{2,3}\d{4}[A-Z]$ ; 3-4 2-4 3-4-1 3-3 ; WKV 4829 ; WKVQ 4829
id ; ID ; region, digits, letters ; ^[A-Z]{1,2}\d{3,4}[A-Z]{2,3}$ ; 1-4-3 2-4-2 1-4-2 2-4-3 ; B 4829 KVR ; BAN 4829 KVR
ph ; PH ; three letters and four digits ; ^[A-Z]{3}\d{3,4}$ ; 3-4 3-3 ; NKV 4829 ; NKVQ 4829
vn ; VN ; province, letter, five digits ; ^\d{2}[A-HKLMNPSTUVXYZ]\d?\d{5}$ ; 3-5 3-3-2 4-5 4-3-2 ; 51K-482.91 ; 51Q-482.9
pk ; PK ; letters and digits ; ^[A-Z]{2,3}\d{3,4}$ ; 3-3 3-4 2-4 ; LEK-4829 ; LEKQ-4829
il ; IL ; seven or eight digits written with a letter of the region ; ^[A-Z]\d{5,7}$ ; 1-5 1-6 1-7 ; M 482917 ; MK 482917
au-nsw ; AU-NSW ; letters and digits in turn ; ^[A-Z]{2}\d{2}[A-Z]{2}$|^[A-Z]{3}\d{2}[A-Z]$ ; 2-2-2 3-3 ; KV 48 QR ; KV 4 QR
au-vic ; AU-VIC ; digit, two letters, digit, two letters ; ^\d[A-Z]{2}\d[A-Z]{2}$|^[A-Z]{3}\d{3}$ ; 3-3 ; 1KV 4QR ; 1KV QR
au-qld ; AU-QLD ; three digits and three letters, or the new serial ; ^\d{3}[A-Z]{2,3}\d?$ ; 3-3 ; 482 KV9 ; 48 KV9
au-wa ; AU-WA ; 1, three letters, three digits ; ^1[A-Z]{3}\d{3}$ ; 4-3 1-3-3 ; 1KVR 482 ; 2KVR 482
au-sa ; AU-SA ; S, three digits, three letters ; ^S\d{3}[A-Z]{3}$ ; 1-3-3 4-3 ; S482 KVR ; Q482 KVR
au-tas ; AU-TAS ; letter, two digits, two letters ; ^[A-Z]\d{2}[A-Z]{2}$ ; 1-2-2 3-2 ; K 48 VR ; K 4 VR
au-act ; AU-ACT ; Y, letters, two digits, letter ; ^Y[A-Z]{2}\d{2}[A-Z]$ ; 3-3 ; YKV 48R ; QKV 48R
au-nt ; AU-NT ; C, letter, two digits, two letters ; ^C[A-Z]\d{2}[A-Z]{2}$ ; 2-2-2 ; CK 48 VR ; QK 48 VR
nz ; NZ ; three letters and three digits ; ^[A-Z]{3}\d{2,3}$ ; 3-3 3-2 ; KVR 482 ; KVRQ 482
ng ; NG ; local government, three digits, two letters ; ^[A-Z]{3}\d{3}[A-Z]{2}$ ; 3-5 3-3-2 ; KVR-482QT ; KV-482QT
ke ; KE ; K, two letters, three digits, letter ; ^K[A-Z]{2}\d{3}[A-Z]$ ; 3-4 ; KVR 482T ; QVR 482T
gh ; GH ; region, number, year ; ^(?:AS|BA|CR|ER|GE|GN|GR|GS|GT|GW|GX|NR|UE|UW|VR|WR)\d{3,6}$ ; 2-4-2 2-3-2 2-2-2 ; GR 4829-26 ; QQ 4829-26
za ; ZA ; letters, digits, province ; ^[A-Z]{2,3}\d{2,3}[A-Z]{2,3}$|^[A-Z]{2}\d{2}[A-Z]{2}(?:GP|MP|NW|L|FS|NC|ZN)$ ; 2-2-2-2 3-3-2 2-2-4 3-3-3 ; KV 48 QR GP ; KV 4 QR GP
`);

/** Countries of the Americas. Series; country; what; shape; groupings; an example; none of the series. */
export const americas: readonly PlateForm[] = parseForms(String.raw`
ca-on ; CA-ON ; four letters and three digits ; ^[A-Z]{4}\d{3}$ ; 4-3 ; KVRQ 482 ; KVRQT 482
ca-qc ; CA-QC ; letter, two digits, three letters ; ^[A-Z]\d{2}[A-Z]{3}$ ; 3-3 1-2-3 ; K48 VRQ ; K4 VRQ
ca-bc ; CA-BC ; two letters, digit, two digits, letter ; ^[A-Z]{2}\d{3}[A-Z]$|^\d{3}[A-Z]{2}\d$ ; 3-3 2-4 ; KV4 82R ; KV4 8R
ca-ab ; CA-AB ; three letters and four digits ; ^[A-Z]{3}\d{3,4}$ ; 3-4 3-3 ; KVR-4829 ; KVR-48
ca-mb ; CA-MB ; three letters and three digits ; ^[A-Z]{3}\d{3}$ ; 3-3 ; KVR 482 ; KVR 48
ca-sk ; CA-SK ; three digits and three letters ; ^\d{3}[A-Z]{3}$ ; 3-3 ; 482 KVR ; 48 KVR
ca-ns ; CA-NS ; three letters and three digits ; ^[A-HJ-NP-Z]{3}\d{3}$ ; 3-3 ; GVR 482 ; GVR 48
ca-nb ; CA-NB ; three letters and three digits ; ^[GHJK][A-Z]{2}\d{3}$ ; 3-3 ; JVR 482 ; QVR 482
ca-nl ; CA-NL ; H, J or K, two letters, three digits ; ^[HJK][A-Z]{2}\d{3}$ ; 3-3 ; HVR 482 ; QVR 482
ca-pe ; CA-PE ; two digits, three digits and a letter ; ^\d{2,4}[A-Z]{2}\d?$ ; 4-2 2-3 ; 4829 KV ; 4829 K
ca-yt ; CA-YT ; three letters and two digits ; ^[A-Z]{3}\d{2}$ ; 3-2 ; KVR 48 ; KVR 4
br ; BR ; Mercosur, since 2018 ; ^[A-Z]{3}\d[A-J]\d{2}$ ; 3-4 ; KVR4B29 ; KVR4K29
br-1990 ; BR ; three letters and four digits ; ^[A-Z]{3}\d{4}$ ; 3-4 ; KVR-4829 ; KVR-48
ar ; AR ; Mercosur, since 2016 ; ^[A-Z]{2}\d{3}[A-Z]{2}$ ; 2-3-2 ; AK 482 VR ; AK 48 VR
ar-1995 ; AR ; three letters and three digits ; ^[A-Z]{3}\d{3}$ ; 3-3 ; KVR 482 ; KVR 48
mx ; MX ; state serial of three letters and digits ; ^[A-Z]{3}\d{2,4}[A-Z]?$ ; 3-3-1 3-2-2 3-4 3-3 ; KVR-482-Q ; KVRQ-482-Q
cl ; CL ; four consonants and two digits ; ^[B-DF-HJ-LPR-TV-Z]{4}\d{2}$ ; 2-2-2 4-2 ; KV-RT-48 ; KA-RT-48
co ; CO ; three letters and three digits ; ^[A-Z]{3}\d{3}$ ; 3-3 ; KVR 482 ; KVR 48
pe ; PE ; letter, digit, letter, three digits ; ^[A-Z]\d[A-Z]\d{3}$|^[A-Z]{3}\d{3}$ ; 3-3 ; K4V-829 ; K4V-82
`);

function parseForms(table: string): readonly PlateForm[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', country = '', what = '', shape = '', groupings = '', example = '', wrong = ''] =
        line.split(' ; ');
      return { id, country, what, shape: new RegExp(shape), groupings: groupings.split(' '), example, wrong };
    });
}
