extension Report {
    /// How the page looks: on a phone, on a screen, in the dark, on paper. Nothing is loaded from
    /// anywhere, and no script runs.
    static let style: StaticString = """
        :root{--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--page:#fff;--card:#f6f8fa;
        --good:#1a7f37;--flaw:#8a5a00;--bad:#b3141d;--open:#0b57a4;--dim:#57606a}
        @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#3d444d;
        --page:#0d1117;--card:#161b22;--good:#4ac26b;--flaw:#e3b341;--bad:#ff7b72;--open:#79c0ff;
        --dim:#9da7b3}}
        *{box-sizing:border-box;overflow-wrap:anywhere}
        body{margin:0;background:var(--page);color:var(--ink);
        font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main{max-width:56rem;margin:0 auto;padding:1.5rem 1rem 3rem}
        h1{font-size:1.15rem;margin:0}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
        h3{font-size:1rem;margin:0}p{margin:.4rem 0}a{color:var(--open);white-space:nowrap}
        .soft{color:var(--soft);font-size:.9rem}
        .answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.8rem;
        margin:1.2rem 0}
        .answer{border:1px solid var(--line);border-top:.4rem solid var(--dim);border-radius:.4rem;
        padding:.8rem 1rem;background:var(--card)}
        .answer b{display:block;font-size:1.45rem;line-height:1.25;margin:.1rem 0 .3rem}
        .yes{border-top-color:var(--good)}.yes b{color:var(--good)}
        .flawed{border-top-color:var(--flaw)}.flawed b{color:var(--flaw)}
        .no{border-top-color:var(--bad)}.no b{color:var(--bad)}
        .open{border-top-color:var(--open)}.open b{color:var(--open)}
        .headline{font-size:1.1rem;margin:1rem 0}
        ol{padding:0;list-style:none;margin:0}
        .todo{border:1px solid var(--line);border-left:.4rem solid var(--dim);border-radius:.4rem;
        padding:.7rem 1rem;margin:.7rem 0}.todo:not(.notChecked),.todo li{break-inside:avoid}
        .todo ul{margin:.4rem 0;padding-left:1.2rem;list-style:disc}
        .todo.critical,.todo.high{border-left-color:var(--bad)}
        .todo.medium,.todo.low{border-left-color:var(--flaw)}
        .todo.notChecked{border-left-color:var(--dim);border-left-style:double}
        .tag{display:inline-block;font-size:.75rem;font-weight:600;letter-spacing:.03em;
        text-transform:uppercase;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;
        margin-right:.4rem;white-space:nowrap}
        .critical .tag,.high .tag,.drifted .tag{color:var(--bad)}
        .medium .tag,.low .tag,.waived .tag{color:var(--flaw)}
        .notChecked .tag{color:var(--dim)}.inSync .tag{color:var(--good)}.tag.open,.open .tag{color:var(--open)}
        table{width:100%;border-collapse:collapse;font-size:.92rem}
        td{border-top:1px solid var(--line);padding:.4rem .3rem;vertical-align:top}
        td:first-child{width:8.5rem}tr{break-inside:avoid}
        td ul{margin:.2rem 0;padding-left:1.1rem;color:var(--soft)}
        .mark{font-size:.75em;border:1px solid var(--bad);color:var(--bad);border-radius:.2rem;
        padding:0 .15rem;margin:0 .1rem}
        @media (max-width:32rem){td:first-child{width:auto;display:block;border:0;padding-bottom:0;
        border-top:1px solid var(--line)}td{display:block;border:0;padding-top:.1rem}}
        @media print{:root{--ink:#000;--soft:#333;--line:#999;--page:#fff;--card:#fff;--good:#05551f;
        --flaw:#5c3c00;--bad:#8f0a12;--open:#073b70;--dim:#444}
        body{font-size:10.5pt}main{max-width:none;padding:0}a{color:inherit;text-decoration:none;
        white-space:normal}a::after{content:": " attr(href)}
        h2{break-after:avoid}.todo{padding:.3rem .7rem;margin:.4rem 0}td{padding:.2rem .3rem}.answers{grid-template-columns:repeat(3,1fr)}}

        """
}
