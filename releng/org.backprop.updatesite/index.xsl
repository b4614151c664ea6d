<?xml version="1.0" encoding="UTF-8"?>
<!--
  Makes the same bytes of the index of a p2 repository whenever it is built: Tycho writes units and what they provide in the order
  of hash tables, the time of the build, and the Java that it ran on as a unit to install.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="timestamp"/>
  <xsl:output encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="units">
    <units size="{count(unit[@id != 'a.jre.javase'])}">
      <xsl:apply-templates select="unit[@id != 'a.jre.javase']">
        <xsl:sort select="@id"/>
        <xsl:sort select="@version"/>
      </xsl:apply-templates>
    </units>
  </xsl:template>

  <xsl:template match="artifacts">
    <artifacts size="{@size}">
      <xsl:apply-templates select="artifact">
        <xsl:sort select="@classifier"/>
        <xsl:sort select="@id"/>
        <xsl:sort select="@version"/>
      </xsl:apply-templates>
    </artifacts>
  </xsl:template>

  <xsl:template match="provides">
    <provides size="{@size}">
      <xsl:apply-templates select="provided">
        <xsl:sort select="@namespace"/>
        <xsl:sort select="@name"/>
        <xsl:sort select="@version"/>
      </xsl:apply-templates>
    </provides>
  </xsl:template>

  <xsl:template match="property[@name = 'p2.timestamp' and $timestamp != '']/@value">
    <xsl:attribute name="value"><xsl:value-of select="$timestamp"/></xsl:attribute>
  </xsl:template>
</xsl:stylesheet>
