"""Why a file cannot be read at all."""


class UnreadableError(Exception):
    """A file that is no workbook, or that must not be opened.

    `jenis` is a kind of finding with lingkup "berkas"; `kalimat` says why and `saran`
    what to do (empty: what the kind itself says).
    """

    def __init__(
        self, jenis: str, kalimat: str, saran: str = "", lembar: str = "", sel: str = ""
    ) -> None:
        super().__init__(kalimat)
        self.jenis = jenis
        self.kalimat = kalimat
        self.saran = saran
        self.lembar = lembar
        self.sel = sel
