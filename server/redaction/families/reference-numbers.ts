import { boundedMatch } from '../bounded.ts';
import type { EntityType, Tier } from '../entity-type.ts';
import type { EntityFamily, LabelRule, RuleTests } from '../rule.ts';

/** Numbers that an organisation gave to a person or a case. They have no form of their own: a word announces them. */
export const referenceNumbers: EntityFamily = {
  types: [
    numberedType(
      'CN_MEDICAL_RECORD',
      'RECORD',
      'indirect',
      'CN',
      '病历号|病案号|住院号|门诊号|门诊病历号|就诊卡号|就诊号|检查号|检验号|样本号|医嘱号|处方号|床号|登记号',
    ),
    numberedType(
      'MEDICAL_RECORD_NUMBER',
      'RECORD',
      'indirect',
      '*',
      'mrn|medical record number|medical record no|medical record #|medical record|patient id|patient number|patient no|chart number|chart no|hospital number|病人编号|患者编号',
    ),
    numberedType(
      'CN_STUDENT_ID',
      'STAFF_ID',
      'indirect',
      'CN',
      '学号|准考证号|准考证|考生号|考号|学籍号|学生证号|学生编号|报名号|毕业证书编号|毕业证编号|学位证书编号|学位证编号|student id|student number|student no|candidate number',
    ),
    numberedType(
      'EMPLOYEE_ID',
      'STAFF_ID',
      'indirect',
      '*',
      '工号|员工编号|员工号|职工号|职工编号|工牌号|胸卡号|教工号|employee id|employee number|employee no|badge number|badge id|badge no|staff id|staff number|personnel number|emp id',
    ),
    numberedType(
      'CUSTOMER_ID',
      'CUSTOMER',
      'attribute',
      '*',
      '客户号|客户编号|会员号|会员编号|会员卡号|用户编号|合同编号|合同号|协议编号|订单号|工单号|customer id|customer number|customer no|client id|client number|account id|member id|member number|membership number|contract no|contract number|order number|order no|order id|case id|ticket number',
    ),
    numberedType(
      'POLICY_NUMBER',
      'POLICY',
      'attribute',
      '*',
      '保单号|保险单号|保单编号|保险合同号|投保单号|理赔号|报案号|批单号|policy number|policy no|policy #|policy id|claim number|claim no|insurance policy',
    ),
    numberedType(
      'CN_HOUSING_FUND',
      'ACCOUNT',
      'critical',
      'CN',
      '公积金账号|公积金号|公积金帐号|公积金账户|个人公积金账号|单位公积金账号|住房公积金账号|housing fund account|provident fund account',
    ),
  ],
  rules: [
    labelled(
      'cn-medical-record',
      'CN_MEDICAL_RECORD',
      'letters and digits',
      /[A-Za-z]{0,4}-?\d[A-Za-z0-9-]{3,17}/y,
      {
        found: ['住院号：⟦ZY20230456⟧', '病案号⟦0012345678⟧'],
        ignored: ['住院号：无', '楼号ZY20230456'],
      },
    ),
    labelled('cn-medical-bed', 'CN_MEDICAL_RECORD', 'bed', /\d{1,3}-?\d{0,3}床?/y, {
      found: ['床号：⟦12床⟧', '床号⟦305-2⟧'],
      ignored: ['床号：待定', '12床棉被'],
    }),
    labelled(
      'medical-record-number',
      'MEDICAL_RECORD_NUMBER',
      'letters and digits',
      /[A-Za-z]{0,4}-?\d[A-Za-z0-9-]{4,13}/y,
      {
        found: ['MRN: ⟦00482917⟧', 'medical record number ⟦H-4829176⟧'],
        ignored: ['MRN: pending', 'serial 00482917'],
      },
    ),
    labelled(
      'cn-student-id',
      'CN_STUDENT_ID',
      '8 to 14 digits, a letter before them',
      /[A-Za-z]{0,2}\d{6,14}/y,
      {
        found: ['学号：⟦2021301234⟧', 'student id ⟦S20213012⟧'],
        ignored: ['学号：1', '邮箱2021301234'],
      },
    ),
    labelled(
      'cn-exam-ticket',
      'CN_STUDENT_ID',
      'examination ticket of 9 to 18 characters',
      /[A-Z]{0,2}\d{9,17}/y,
      {
        found: ['准考证号：⟦440106123456789⟧', '考生号⟦21440106123456⟧'],
        ignored: ['准考证号：A1', '验证440106123456789'],
      },
    ),
    labelled(
      'cn-school-register',
      'CN_STUDENT_ID',
      'register number: G or L and 18 characters of a resident ID',
      /[GL]\d{17}[\dXx]/y,
      {
        found: ['学籍号：⟦G440106200506123071⟧'],
        ignored: ['学籍号：G44010620', '学籍管理G440106200506123071'],
      },
    ),
    labelled('cn-diploma', 'CN_STUDENT_ID', 'certificate of 16 to 18 digits', /\d{16,18}/y, {
      found: ['毕业证书编号：⟦100011202305001234⟧', '学位证书编号⟦1000142023001234⟧'],
      ignored: ['毕业证书编号：100', '证书100011202305001234'],
    }),
    labelled('employee-id', 'EMPLOYEE_ID', 'letters and digits', /[A-Za-z]{0,4}-?\d[A-Za-z0-9-]{2,11}/y, {
      found: ['工号：⟦E10293⟧', 'employee id ⟦EMP-004512⟧', 'badge number ⟦88231⟧'],
      ignored: ['工号：无', 'shelf E10293'],
    }),
    labelled('customer-id', 'CUSTOMER_ID', 'letters and digits', /[A-Za-z]{0,6}-?\d[A-Za-z0-9-]{2,19}/y, {
      found: ['客户号：⟦C0048291⟧', 'customer id ⟦48291736⟧'],
      ignored: ['客户号：无', 'rack C0048291'],
    }),
    labelled(
      'contract-number',
      'CUSTOMER_ID',
      'parts of letters and digits',
      /[A-Za-z\u4e00-\u9fff]{1,6}[-〔[(]?\d{4}[-〕\])]?[A-Za-z0-9-]{0,6}-?(?:第)?\d{2,8}号?/y,
      {
        found: ['合同编号：⟦HT-2023-XS-0012⟧', '合同号：⟦采购〔2023〕012号⟧'],
        ignored: ['合同编号：待定', '型号HT-2023-XS-0012'],
      },
    ),
    labelled('policy-number', 'POLICY_NUMBER', 'letters and digits', /[A-Za-z]{0,6}-?\d[A-Za-z0-9-]{4,23}/y, {
      found: ['保单号：⟦P2023458917⟧', 'policy number ⟦HO-4829-1736⟧'],
      ignored: ['保单号：无', 'bin P2023458917'],
    }),
    labelled('cn-housing-fund', 'CN_HOUSING_FUND', '9 to 20 digits', /\d{9,20}/y, {
      found: ['公积金账号：⟦110105198706⟧', '个人公积金账号⟦80912345678⟧'],
      ignored: ['公积金账号：1234', '流水110105198706'],
    }),
  ],
};

function numberedType(id: string, label: string, tier: Tier, locale: string, context: string): EntityType {
  return { id, label, tier, locale, canonical: 'compact', context: context.split('|') };
}

function labelled(id: string, type: string, form: string, value: RegExp, tests: RuleTests): LabelRule {
  return {
    id,
    type,
    kind: 'label',
    validator: `${form}, context`,
    score: 0.7,
    value,
    accept: boundedMatch,
    tests,
  };
}
