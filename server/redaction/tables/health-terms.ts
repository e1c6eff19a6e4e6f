/** Names of diseases, medicines and procedures as people write them about a person. Lower case. */
export const chineseDiseases = (
  '糖尿病|1型糖尿病|2型糖尿病|一型糖尿病|二型糖尿病|妊娠糖尿病|高血压|高血压病|冠心病|心脏病|先天性心脏病|心肌梗死|心肌梗塞|心绞痛|心律失常|房颤|心房颤动|心力衰竭|心衰|' +
  '脑梗|脑梗死|脑梗塞|脑出血|脑卒中|中风|脑瘫|癫痫|帕金森|帕金森病|阿尔茨海默病|老年痴呆|痴呆症|多发性硬化|渐冻症|抑郁症|重度抑郁|焦虑症|双相情感障碍|躁郁症|' +
  '精神分裂症|强迫症|自闭症|孤独症|多动症|失眠症|神经衰弱|创伤后应激障碍|厌食症|酒精依赖|药物成瘾|肺癌|胃癌|肝癌|乳腺癌|结肠癌|直肠癌|宫颈癌|卵巢癌|前列腺癌|食管癌|' +
  '胰腺癌|甲状腺癌|鼻咽癌|膀胱癌|肾癌|淋巴瘤|白血病|骨髓瘤|脑瘤|黑色素瘤|恶性肿瘤|癌症晚期|肺结核|结核病|乙肝|乙型肝炎|丙肝|丙型肝炎|甲肝|肝硬化|脂肪肝|肝炎|肝功能衰竭|艾滋病|' +
  'hiv感染|hiv阳性|梅毒|淋病|尖锐湿疣|生殖器疱疹|乙肝病毒携带者|新冠肺炎|新冠阳性|肺炎|支气管炎|哮喘|慢阻肺|慢性阻塞性肺疾病|肺气肿|肺结节|甲状腺结节|甲亢|甲减|' +
  '痛风|高血脂|高脂血症|高尿酸血症|肾炎|肾衰竭|尿毒症|慢性肾病|肾结石|胆结石|胆囊炎|胰腺炎|胃溃疡|十二指肠溃疡|胃炎|肠炎|克罗恩病|溃疡性结肠炎|阑尾炎|痔疮|' +
  '类风湿关节炎|类风湿性关节炎|系统性红斑狼疮|红斑狼疮|强直性脊柱炎|骨质疏松|骨折|腰椎间盘突出|颈椎病|关节炎|银屑病|牛皮癣|白癜风|湿疹|带状疱疹|荨麻疹|青光眼|白内障|' +
  '视网膜脱落|耳聋|不孕症|不育症|多囊卵巢综合征|子宫肌瘤|子宫内膜异位症|宫外孕|流产|早产|唐氏综合征|血友病|地中海贫血|贫血|再生障碍性贫血|败血症|疟疾|登革热'
).split('|');

export const diseases = (
  'diabetes|type 1 diabetes|type 2 diabetes|gestational diabetes|hypertension|high blood pressure|coronary artery disease|heart disease|congestive heart failure|' +
  "heart failure|myocardial infarction|heart attack|angina|arrhythmia|atrial fibrillation|stroke|epilepsy|seizures|parkinson's disease|alzheimer's disease|" +
  'dementia|multiple sclerosis|als|migraine|migraines|depression|major depressive disorder|anxiety disorder|generalized anxiety disorder|bipolar disorder|schizophrenia|' +
  'ocd|obsessive-compulsive disorder|autism|autism spectrum disorder|adhd|ptsd|anorexia|bulimia|insomnia|alcohol use disorder|opioid addiction|substance abuse|lung cancer|' +
  'breast cancer|prostate cancer|colon cancer|pancreatic cancer|ovarian cancer|cervical cancer|skin cancer|melanoma|leukemia|leukaemia|lymphoma|brain tumor|brain tumour|' +
  'metastatic cancer|tuberculosis|hepatitis a|hepatitis b|hepatitis c|cirrhosis|fatty liver|hiv|aids|hiv positive|hiv-positive|syphilis|gonorrhea|chlamydia|genital herpes|' +
  'covid-19|pneumonia|bronchitis|asthma|copd|emphysema|cystic fibrosis|hypothyroidism|hyperthyroidism|gout|high cholesterol|chronic kidney disease|kidney failure|kidney stones|' +
  "gallstones|pancreatitis|peptic ulcer|gastritis|crohn's disease|ulcerative colitis|irritable bowel syndrome|celiac disease|appendicitis|rheumatoid arthritis|osteoarthritis|" +
  'lupus|osteoporosis|psoriasis|eczema|shingles|glaucoma|cataracts|infertility|pcos|endometriosis|miscarriage|ectopic pregnancy|down syndrome|hemophilia|haemophilia|' +
  'sickle cell disease|anemia|anaemia|thalassemia|sepsis|malaria|lyme disease|sleep apnea|fibromyalgia|erectile dysfunction|peanut allergy|penicillin allergy|obesity'
).split('|');

export const chineseMedicines = (
  '胰岛素|二甲双胍|格列美脲|阿卡波糖|硝苯地平|氨氯地平|缬沙坦|厄贝沙坦|美托洛尔|阿司匹林|氯吡格雷|华法林|利伐沙班|阿托伐他汀|瑞舒伐他汀|辛伐他汀|左甲状腺素|优甲乐|' +
  '奥美拉唑|雷贝拉唑|阿莫西林|头孢克肟|头孢|青霉素|左氧氟沙星|阿奇霉素|甲硝唑|布洛芬|对乙酰氨基酚|泼尼松|地塞米松|氯雷他定|舍曲林|帕罗西汀|艾司西酞普兰|氟西汀|阿普唑仑|' +
  '艾司唑仑|奥氮平|利培酮|碳酸锂|丙戊酸钠|卡马西平|恩替卡韦|替诺福韦|奥司他韦|吉非替尼|伊马替尼|曲妥珠单抗|他莫昔芬|顺铂|紫杉醇|甲氨蝶呤|来氟米特|吗啡|芬太尼|羟考酮|避孕药|褪黑素'
).split('|');

export const medicines = (
  'insulin|metformin|glipizide|semaglutide|ozempic|lisinopril|amlodipine|losartan|valsartan|metoprolol|atenolol|aspirin|clopidogrel|warfarin|rivaroxaban|apixaban|eliquis|' +
  'atorvastatin|lipitor|simvastatin|rosuvastatin|levothyroxine|synthroid|omeprazole|pantoprazole|amoxicillin|azithromycin|ciprofloxacin|doxycycline|penicillin|ibuprofen|' +
  'acetaminophen|paracetamol|naproxen|prednisone|dexamethasone|albuterol|salbutamol|montelukast|gabapentin|pregabalin|sertraline|zoloft|fluoxetine|prozac|escitalopram|' +
  'lexapro|citalopram|bupropion|wellbutrin|venlafaxine|duloxetine|alprazolam|xanax|lorazepam|diazepam|clonazepam|zolpidem|ambien|quetiapine|olanzapine|risperidone|aripiprazole|' +
  'lithium|lamotrigine|valproate|carbamazepine|levetiracetam|methylphenidate|ritalin|adderall|donepezil|levodopa|tamoxifen|trastuzumab|methotrexate|cisplatin|paclitaxel|' +
  'imatinib|adalimumab|humira|hydroxychloroquine|oxycodone|hydrocodone|morphine|fentanyl|methadone|buprenorphine|suboxone|naltrexone|tenofovir|entecavir|prep|oseltamivir|sildenafil|viagra'
).split('|');

export const chineseProcedures = (
  '剖宫产|剖腹产|阑尾切除术|胆囊切除术|子宫切除术|乳房切除术|甲状腺切除术|心脏搭桥|冠脉搭桥术|支架植入术|支架手术|心脏起搏器|肾移植|肝移植|骨髓移植|器官移植|化疗|放疗|' +
  '靶向治疗|免疫治疗|透析|血液透析|腹膜透析|试管婴儿|人工授精|人工流产|人流|引产|结扎|输卵管结扎|包皮手术|近视手术|白内障手术|髋关节置换|膝关节置换|开颅手术|截肢|输血|' +
  '胃镜|肠镜|肠镜检查|穿刺活检|病理活检|冠脉造影|心理咨询|精神科治疗|电休克治疗|戒毒治疗|住院治疗|重症监护'
).split('|');

export const procedures = (
  'c-section|cesarean section|caesarean section|appendectomy|cholecystectomy|hysterectomy|mastectomy|lumpectomy|thyroidectomy|prostatectomy|vasectomy|tubal ligation|' +
  'bypass surgery|coronary bypass|angioplasty|stent placement|pacemaker|kidney transplant|liver transplant|bone marrow transplant|organ transplant|chemotherapy|radiotherapy|' +
  'radiation therapy|immunotherapy|dialysis|hemodialysis|ivf|in vitro fertilization|abortion|hip replacement|knee replacement|gastric bypass|bariatric surgery|amputation|' +
  'blood transfusion|colonoscopy|endoscopy|biopsy|lumbar puncture|electroconvulsive therapy|psychotherapy|gender reassignment surgery|cataract surgery|lasik|craniotomy|tracheostomy'
).split('|');
