#!/usr/bin/env python3
"""Prints the PDF attachments of the sample portal through Chromium: tagged, titled, in Japanese.

    packaging/make_sample_documents.py              (results: resources/sample/media)
"""
import pathlib
import subprocess
import tempfile

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "sample" / "media"
STYLE = """@page{size:A4;margin:22mm 20mm}body{font:10.5pt/1.8 'Noto Sans JP','Noto Sans CJK JP',sans-serif;color:#1a1a1a}
h1,h2,th{font-weight:400}h1{font-size:18pt;text-align:center;margin:0 0 8mm}h2{font-size:13pt;color:#115a36;border-bottom:.3mm solid #9bd4b5;margin:6mm 0 2mm}p{margin:0 0 2mm}
table{width:100%;border-collapse:collapse;margin:3mm 0}th,td{border:.3mm solid #767676;padding:2mm 3mm;text-align:left;vertical-align:top}
th{background:#e6f5ec;width:32%;font-weight:400}.tall{height:26mm}.note{font-size:9pt;color:#4d4d4d;margin-top:8mm}.right{text-align:right}"""
SAMPLE = '<p class="note">この文書は見本です。団体名、期日、数値などは架空のものです。</p>'


def rows(pairs, tall=()):
    return "<table>" + "".join(
        f'<tr><th scope="row">{name}</th><td{" class=tall" if name in tall else ""}>{value}</td></tr>' for name, value in pairs) + "</table>"


DOCUMENTS = {
    "kenmin-kiyaku": ("みやぎゼロカーボンチャレンジ2050県民会議規約", """
<h2>（名称）</h2><p>第1条 本会は、みやぎゼロカーボンチャレンジ2050県民会議（以下「県民会議」という。）と称する。</p>
<h2>（目的）</h2><p>第2条 県民会議は、県民、事業者、団体、学校及び行政が連携し、2050年二酸化炭素排出実質ゼロの実現に向けた取組を推進することを目的とする。</p>
<h2>（事業）</h2><p>第3条 県民会議は、前条の目的を達成するため、次の事業を行う。</p>
<ol><li>脱炭素に関する情報の収集及び提供</li><li>会員の取組の紹介及び表彰への推薦</li><li>会員相互の交流及び連携の促進</li><li>その他目的の達成に必要な事業</li></ol>
<h2>（会員）</h2><p>第4条 県民会議の会員は、個人会員及び企業・団体会員とする。</p><p>2 会員になろうとする者は、別に定める方法により登録するものとする。</p>
<h2>（会費）</h2><p>第5条 入会金及び会費は、無料とする。</p>
<h2>（総会）</h2><p>第6条 総会は、毎年1回開催し、活動方針その他の重要な事項を決定する。</p>
<h2>（幹事会及び部会）</h2><p>第7条 県民会議に幹事会及び部会を置く。</p>
<h2>（事務局）</h2><p>第8条 県民会議の事務局は、宮城県環境生活部環境政策課に置く。</p>
<h2>附則</h2><p>この規約は、令和5年11月15日から施行する。</p>"""),
    "kenmin-moushikomi": ("みやぎゼロカーボンチャレンジ2050県民会議 企業・団体会員 入会申込書", """
<p class="right">令和　　年　　月　　日</p><p>県民会議事務局 宛て</p><p>県民会議の目的に賛同し、企業・団体会員として入会を申し込みます。</p>""" + rows([
        ("企業・団体名", ""), ("代表者の職・氏名", ""), ("所在地", "〒"), ("業種", ""), ("従業員数", "　　　　　人"), ("担当者の部署・氏名", ""), ("電話番号", ""), ("電子メールアドレス", ""),
        ("取り組んでいること、これから取り組みたいこと", ""), ("名称と所在市町村の公表", "□ 同意する　　□ 同意しない")], ("取り組んでいること、これから取り組みたいこと",)) + "<p>記入した申込書は、電子メールで portal@zero-carbon.example.jp に送ってください。</p>"),
    "award-youkou": ("令和7年度みやぎゼロカーボンアワード募集要項", """
<h2>1 趣旨</h2><p>二酸化炭素の排出削減に優れた成果を上げた個人、団体、事業者及び学校を表彰し、その取組を広く紹介することにより、県内の脱炭素の取組を一層促進します。</p>
<h2>2 応募資格</h2><p>次のいずれかに当てはまる個人又は団体とします。自薦、他薦を問いません。</p><ol><li>県内に住所がある個人</li><li>県内に事務所又は事業所がある団体</li><li>県内の小学校、中学校、高等学校、大学など</li></ol>
<h2>3 募集期間</h2><p>令和7年7月15日（火曜日）から9月30日（火曜日）まで（必着）</p>
<h2>4 審査</h2>""" + rows([("先進性", "ほかの地域や団体の模範となる、新しい工夫があること"), ("効果", "削減の効果が数値などで示されていること"), ("継続性", "3年以上続いている、又は続ける見込みがあること"), ("波及性", "ほかの人や団体に広がる可能性があること")]) + """
<h2>5 表彰</h2><p>最優秀賞1点、優秀賞3点程度を選び、賞状と盾を贈ります。</p>
<h2>6 応募の方法</h2><p>応募用紙に記入し、取組の内容が分かる資料を添えて、電子メールで事務局に送ってください。</p>"""),
    "senryaku-gaiyou": ("みやぎゼロカーボンチャレンジ2050戦略（概要版）", """
<h2>1 目指す姿</h2><p>2050年二酸化炭素排出実質ゼロを実現し、豊かな自然と活力ある産業が両立する宮城県を次の世代に引き継ぎます。</p>
<h2>2 計画の期間と目標</h2>""" + rows([("計画の期間", "令和5年度から令和12年度まで"), ("温室効果ガスの排出量", "2030年度に2013年度比で50％削減"), ("再生可能エネルギーの設備容量", "2030年度に2013年度の12倍"), ("2050年の姿", "二酸化炭素排出実質ゼロ")]) + """
<h2>3 六つの施策</h2><ol><li>再生可能エネルギー等の利用促進</li><li>事業者・住民の削減活動の促進</li><li>地域環境の整備</li><li>循環型社会の形成</li><li>県の事務事業における排出削減</li><li>気候変動適応策の推進</li></ol>
<h2>4 進め方</h2><p>毎年度、施策ごとの進捗を確かめ、結果を公表します。</p>"""),
}


def main():
    for name, (title, body) in DOCUMENTS.items():
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder, "p.html")
            page.write_text(f'<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
                            f"<h1>{title}</h1>{body}{SAMPLE}</html>", encoding="utf-8")
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/u", "--disable-background-networking",
                            "--no-pdf-header-footer", f"--print-to-pdf={OUT / (name + '.pdf')}", page.as_uri()], check=True, capture_output=True)
        print(name, (OUT / f"{name}.pdf").stat().st_size)


if __name__ == "__main__":
    main()
